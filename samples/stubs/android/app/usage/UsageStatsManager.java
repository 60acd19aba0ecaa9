package android.app.usage;

import java.util.List;

/** Compile-only: a framework class newer than API 17. */
public final class UsageStatsManager {
    public List<UsageStats> queryUsageStats(int interval, long begin, long end) {
        return null;
    }
}
