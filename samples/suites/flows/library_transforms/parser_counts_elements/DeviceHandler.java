package cn.privlens.suite.parser_counts_elements;

import android.util.Log;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

class DeviceHandler extends DefaultHandler {
    private final StringBuilder text = new StringBuilder();
    private int elements;

    @Override
    public void startElement(String uri, String name, String fullName, Attributes attributes) {
        elements++;
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        text.append(signs, start, length);
    }

    @Override
    public void endDocument() throws SAXException {
        Log.i("parser", elements + ":");
    }
}
