package cn.privlens.suite.tile_service;

import android.app.Activity;

public class Main extends Activity {
}
