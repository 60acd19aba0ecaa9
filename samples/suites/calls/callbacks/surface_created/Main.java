package cn.privlens.suite.surface_created;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.provider.Settings;
import android.view.SurfaceHolder;
import android.view.SurfaceView;

public class Main extends Activity {
    static class Canvas implements SurfaceHolder.Callback {
        private final Context c;

        Canvas(Context c) {
            this.c = c;
        }

        @Override
        public void surfaceCreated(SurfaceHolder holder) {
            Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID);
        }

        @Override
        public void surfaceChanged(SurfaceHolder holder, int format, int width, int height) {}

        @Override
        public void surfaceDestroyed(SurfaceHolder holder) {}
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SurfaceView view = new SurfaceView(this);
        Canvas canvas = new Canvas(this);
        view.getHolder().addCallback(canvas);
        setContentView(view);
    }
}
