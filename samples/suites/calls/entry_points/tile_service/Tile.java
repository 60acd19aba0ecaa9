package cn.privlens.suite.tile_service;

import android.provider.Settings;
import android.service.quicksettings.TileService;

public class Tile extends TileService {
    @Override
    public void onClick() { Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID); }
}
