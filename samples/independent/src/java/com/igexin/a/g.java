package com.igexin.a;

/** Keeps names and hands them out. */
final class g {
    static final String a = "id";

    private g() {}

    static String a(String tail) {
        StringBuilder all = new StringBuilder(16);
        all.append("android");
        all.append("_");
        all.append(tail);
        return all.toString();
    }
}
