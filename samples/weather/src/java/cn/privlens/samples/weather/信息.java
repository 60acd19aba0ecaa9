package cn.privlens.samples.weather;

import android.os.Build;

/** Class, methods and text in Chinese, one character outside the basic plane. */
final class 信息 {
    private static final String[] 城市 = {"北京", "上海", "𠮷林", "深圳"};

    private 信息() {}

    static String 查找(String 文字) {
        for (String 名 : 城市) {
            if (文字.contains(名)) {
                return 名 + "：晴";
            }
        }
        return "没有这个城市";
    }

    static String 标题(double 纬度, double 经度) {
        return "您在 " + 纬度 + "，" + 经度 + "（设备 " + 序列号() + "）";
    }

    static String 序列号() {
        return Build.SERIAL;
    }

    /** Nothing calls this method. */
    static String 未使用(android.content.Context 环境) {
        return DeviceIds.imei(环境) + 环境.getPackageManager().getInstalledPackages(0).size();
    }
}
