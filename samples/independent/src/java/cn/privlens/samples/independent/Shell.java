package cn.privlens.samples.independent;

import android.os.Process;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;

/** Commands, and files of the system. */
final class Shell {
    private Shell() {}

    static void run() {
        try {
            serial();
            listed();
            piped();
            mac("wlan0");
            table();
            others();
            ownName();
            ping();
            ownFile();
        } catch (IOException failed) {
            // Refused by the system.
        }
    }

    private static java.lang.Process serial() throws IOException {
        List<String> command = new ArrayList<>();
        command.add("/system/bin/getprop");
        command.add("ro.serialno");
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static java.lang.Process listed() throws IOException {
        return new ProcessBuilder(Arrays.asList("cat", "/sys/class/net/wlan0/address")).start();
    }

    private static java.lang.Process piped() throws IOException {
        return Runtime.getRuntime().exec(new String[] {"sh", "-c", "pm list packages -3"});
    }

    /** The path is put together from the name of the interface. */
    private static String mac(String name) throws IOException {
        File folder = new File("/sys/class/net", name);
        try (BufferedReader in = new BufferedReader(new FileReader(new File(folder, "address")))) {
            return in.readLine();
        }
    }

    private static String table() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile("/proc/net/arp", "r")) {
            return in.readLine();
        }
    }

    /** The command lines of every process. */
    private static void others() throws IOException {
        for (String name : new File("/proc").list()) {
            try (Scanner in = new Scanner(new File("/proc/" + name + "/cmdline"))) {
                System.out.println(in.next());
            }
        }
    }

    /** The command line of the own process. */
    private static String ownName() throws IOException {
        try (BufferedReader in = new BufferedReader(new FileReader("/proc/" + Process.myPid() + "/cmdline"))) {
            return in.readLine();
        }
    }

    private static java.lang.Process ping() throws IOException {
        return new ProcessBuilder("ping", "-c", "1", "example.cn").start();
    }

    /** A path of the app that ends like one of the system. */
    private static boolean ownFile() throws IOException {
        try (Scanner in = new Scanner(new File("/data/data/cn.privlens.samples.independent/sys/class/net/wlan0/address"))) {
            return in.hasNext();
        }
    }
}
