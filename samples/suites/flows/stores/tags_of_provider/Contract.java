package cn.privlens.suite.tags_of_provider;

import android.net.Uri;

final class Contract {
    static final String AUTHORITY = "cn.privlens.suite.tags_of_provider.notes";
    static final Uri NOTES = Uri.parse("content://" + AUTHORITY + "/notes");
    static final Uri TAGS = Uri.parse("content://" + AUTHORITY + "/tags");
    static final String TEXT = "text";

    private Contract() {}
}
