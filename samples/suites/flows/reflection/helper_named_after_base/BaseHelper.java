package cn.privlens.suite.helper_named_after_base;

public class BaseHelper implements Helper {
    private int signs;

    public BaseHelper() {
    }

    @Override
    public void take(String text) {
        signs += text.length();
    }
}
