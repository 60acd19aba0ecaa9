package cn.privlens.rules;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Reads again and again after the agreement. */
public class Home extends Screen {
    @Override
    void begin() {
        Executors.newScheduledThreadPool(1)
                .scheduleAtFixedRate(() -> setTitle(Reads.mac(this)), 0, 10, TimeUnit.SECONDS);
    }
}
