package cn.privlens.suite.sdk_page_opened_on_tap;

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
        button.setEnabled(true);
    }

    @Override
    public void onClick(View view) {
        openReward("button");
    }

    private void openReward(String slot) {
        Intent intent = new Intent(this, RewardPage.class);
        intent.putExtra("slot", slot);
        startActivity(intent);
    }
}
