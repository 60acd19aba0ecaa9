package cn.privlens.suite.meta_data_names_other_class;

import android.app.Application;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        try {
            ApplicationInfo info = getPackageManager().getApplicationInfo(getPackageName(), PackageManager.GET_META_DATA);
            String name = info.metaData.getString("init_module");
            ((Module) Class.forName(name).newInstance()).init(this);
        } catch (PackageManager.NameNotFoundException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
