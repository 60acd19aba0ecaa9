package cn.privlens.suite.tile_listening;

import android.app.Activity;

public class Main extends Activity {
}
