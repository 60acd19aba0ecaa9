package cn.privlens.suite.upload_sdk_imei_on_upload;

import android.app.Application;
import com.qiniu.android.utils.AndroidNetwork;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        AndroidNetwork.touch();
    }
}
