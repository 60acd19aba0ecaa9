package cn.privlens.suite.tile_listening;

import android.provider.Settings;
import android.service.quicksettings.TileService;

public class Tile extends TileService {
    @Override
    public void onStartListening() { Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID); }
}
