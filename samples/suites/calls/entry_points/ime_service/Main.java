package cn.privlens.suite.ime_service;

import android.app.Activity;

public class Main extends Activity {
}
