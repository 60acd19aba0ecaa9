package cn.privlens.suite.serial_own_writer;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

class Card implements Serializable {
    private static final long serialVersionUID = 1L;
    private transient String number = "";
    Card(String number) { this.number = number; }
    String number() { return number; }
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeUTF(number);
    }
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        number = in.readUTF();
    }
}
