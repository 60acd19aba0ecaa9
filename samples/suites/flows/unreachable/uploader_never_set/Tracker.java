package cn.privlens.suite.uploader_never_set;

final class Tracker {
    private Uploader uploader;
    private int tracked;

    void setUploader(Uploader uploader) {
        this.uploader = uploader;
    }

    int tracked() {
        return tracked;
    }

    void track(String text) {
        tracked++;
        if (uploader != null) {
            uploader.upload(text);
        }
    }
}
