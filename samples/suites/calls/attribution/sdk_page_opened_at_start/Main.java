package cn.privlens.suite.sdk_page_opened_at_start;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;
import com.bytedance.sdk.openadsdk.activity.RewardPage;

public class Main extends Activity implements View.OnClickListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("reward");
        button.setOnClickListener(this);
        setContentView(button);
        openReward("start");
    }

    @Override
    public void onClick(View view) {
        view.setEnabled(false);
    }

    private void openReward(String slot) {
        Intent intent = new Intent(this, RewardPage.class);
        intent.putExtra("slot", slot);
        startActivity(intent);
    }
}
