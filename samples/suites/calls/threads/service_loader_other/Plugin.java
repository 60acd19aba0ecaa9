package cn.privlens.suite.service_loader_other;

import android.content.Context;

public interface Plugin { void run(Context c); }
