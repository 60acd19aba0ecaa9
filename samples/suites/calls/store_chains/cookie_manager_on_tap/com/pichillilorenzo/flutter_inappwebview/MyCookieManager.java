package com.pichillilorenzo.flutter_inappwebview;

import android.webkit.CookieManager;

public class MyCookieManager {
    private final CookieManager manager;
    public MyCookieManager() {
        manager = CookieManager.getInstance();
    }
}
