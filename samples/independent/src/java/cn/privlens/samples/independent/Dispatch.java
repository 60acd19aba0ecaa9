package cn.privlens.samples.independent;

import android.content.Context;
import android.location.Location;
import android.location.LocationManager;
import android.net.wifi.WifiManager;
import android.telephony.TelephonyManager;

/** Enum bodies, a factory with a switch, a generic base class with bridge methods, a class made by its name. */
final class Dispatch {
    private Dispatch() {}

    /** Each constant has a body of its own. */
    enum 标识 {
        卡号 {
            @Override
            String read(Context context) {
                return ((TelephonyManager) context.getSystemService("phone")).getSimSerialNumber();
            }
        },
        无线 {
            @Override
            String read(Context context) {
                return ((WifiManager) context.getSystemService("wifi"))
                        .getConnectionInfo()
                        .getMacAddress();
            }
        };

        abstract String read(Context context);
    }

    interface Source {
        String value(TelephonyManager phone);
    }

    static final class ImeiSource implements Source {
        @Override
        public String value(TelephonyManager phone) {
            return phone.getImei(1);
        }
    }

    static final class ImsiSource implements Source {
        @Override
        public String value(TelephonyManager phone) {
            return phone.getSubscriberId();
        }
    }

    /** Implements the interface; nothing makes one. */
    static final class NumberSource implements Source {
        @Override
        public String value(TelephonyManager phone) {
            return phone.getLine1Number();
        }
    }

    static Source make(String name) {
        switch (name) {
            case "卡":
                return new ImsiSource();
            case "机":
                return new ImeiSource();
            default:
                return null;
        }
    }

    /** The call to {@code work} is to the erased method; subclasses have a bridge. */
    abstract static class Task<A, R> {
        abstract R work(A argument);

        final R execute(A argument) {
            return work(argument);
        }
    }

    static final class PlaceTask extends Task<LocationManager, Location> {
        @Override
        Location work(LocationManager manager) {
            return manager.getLastKnownLocation("gps");
        }
    }

    static void run(Context context) {
        for (标识 each : 标识.values()) {
            each.read(context);
        }
        TelephonyManager phone = (TelephonyManager) context.getSystemService("phone");
        make("卡").value(phone);
        make(context.getPackageName().length() > 5 ? "机" : "卡").value(phone);
        new PlaceTask().execute((LocationManager) context.getSystemService("location"));
        plugin(context);
    }

    private static void plugin(Context context) {
        try {
            Class<?> type = Class.forName("cn.privlens.samples.independent.plugin.插件");
            ((Plugin) type.newInstance()).start(context);
        } catch (ReflectiveOperationException absent) {
            // Not part of this build.
        }
    }
}
