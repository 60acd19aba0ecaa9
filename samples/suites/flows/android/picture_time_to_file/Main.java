package cn.privlens.suite.picture_time_to_file;

import android.app.Activity;
import android.hardware.Camera;
import android.os.Bundle;
import android.os.Environment;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

public class Main extends Activity implements Camera.PictureCallback {
    private Camera camera;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        camera = Camera.open();
        camera.startPreview();
        camera.takePicture(null, null, this);
    }
    @Override
    public void onPictureTaken(byte[] data, Camera from) {
        File file = new File(Environment.getExternalStorageDirectory(), "shot.jpg");
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write(Long.toString(System.currentTimeMillis()).getBytes());
        } catch (IOException e) {
            setTitle("e");
        }
        from.release();
    }
}
