package cn.privlens.samples.independent;

import android.app.Activity;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.webkit.WebView;

/** The first page; calls each part once. */
public class HomePage extends Activity {
    private final ScanPart scan = new ScanPart();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.home);
        getFragmentManager().beginTransaction().add(R.id.panel, new CardFragment()).commit();
        WebView web = new WebView(this);
        web.addJavascriptInterface(new JsBridge(this), "桥");
        Dispatch.run(this);
        Keys.run(this, System.getProperty("选", ""));
        Work.run(this);
        Rows.run(this);
        Radios.run(this);
        Installed.run(this);
        Places.run(this);
        Shell.run();
        Mirror.run(this);
        Senses.run(this);
        Near.run(this);
        startActivity(new Intent(this, CapturePage.class));
        startActivity(new Intent(this, PickerPage.class));
    }

    @Override
    protected void onResume() {
        super.onResume();
        scan.start(this);
    }

    /** Named in res/layout/badge.xml. */
    public void 粘贴(View view) {
        ClipboardManager clipboard = (ClipboardManager) getSystemService(Context.CLIPBOARD_SERVICE);
        ClipData clip = clipboard.getPrimaryClip();
        setTitle(clip.getItemAt(0).getText());
    }

    /** Has the shape of a handler, but no layout names it and nothing calls it. */
    public void copyOld(View view) {
        ClipboardManager clipboard = (ClipboardManager) getSystemService(Context.CLIPBOARD_SERVICE);
        setTitle(clipboard.getText());
    }
}
