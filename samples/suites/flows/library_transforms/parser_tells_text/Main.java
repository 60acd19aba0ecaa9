package cn.privlens.suite.parser_tells_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.StringReader;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String document = "<device><tel>" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number() + "</tel></device>";
        try {
            SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(new StringReader(document)), new DeviceHandler());
        } catch (Exception e) {
            finish();
        }
    }
}
