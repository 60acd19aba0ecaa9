package cn.privlens.suite.parcelable_list;

import android.os.Parcel;
import android.os.Parcelable;

public class Item implements Parcelable {
    final String name;
    final String value;
    final int weight;

    Item(String name, String value, int weight) {
        this.name = name;
        this.value = value;
        this.weight = weight;
    }

    @Override
    public int describeContents() {
        return 0;
    }

    @Override
    public void writeToParcel(Parcel out, int flags) {
        out.writeInt(weight);
        out.writeString(name);
        out.writeString(value);
    }

    public static final Parcelable.Creator<Item> CREATOR = new Parcelable.Creator<Item>() {
        @Override
        public Item createFromParcel(Parcel in) {
            int weight = in.readInt();
            String name = in.readString();
            return new Item(name, in.readString(), weight);
        }

        @Override
        public Item[] newArray(int size) {
            return new Item[size];
        }
    };
}
