package cn.privlens.suite.own_texts_by_key;

import java.util.ListResourceBundle;

class Texts extends ListResourceBundle {
    private final String serial;

    Texts(String serial) {
        this.serial = serial;
    }

    @Override
    protected Object[][] getContents() {
        return new Object[][] {{"title", "标题"}, {"card", serial}};
    }
}
