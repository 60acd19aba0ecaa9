package cn.privlens.suite.external_form_second;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;

public class Card implements Externalizable {
    String number = "";
    String label = "";
    public Card() {}
    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        out.writeUTF(number);
        out.writeUTF(label);
    }
    @Override
    public void readExternal(ObjectInput in) throws IOException {
        number = in.readUTF();
        label = in.readUTF();
    }
}
