package cn.privlens.suite.sdk_base_page_reads;

import com.igexin.sdk.GetuiActivity;

public class Main extends GetuiActivity {
    @Override
    protected void onResume() {
        super.onResume();
        setTitle(known() ? "好" : "?");
    }
}
