package cn.privlens.suite.service_loader;

import android.content.Context;

public interface Plugin { void run(Context c); }
