package cn.privlens.suite.parcelable_extra_other_field;

import android.os.Parcel;
import android.os.Parcelable;

public class Card implements Parcelable {
    final String sim;
    final String name;
    Card(String sim, String name) {
        this.sim = sim;
        this.name = name;
    }
    private Card(Parcel in) {
        sim = in.readString();
        name = in.readString();
    }
    @Override
    public void writeToParcel(Parcel out, int flags) {
        out.writeString(sim);
        out.writeString(name);
    }
    @Override
    public int describeContents() { return 0; }
    public static final Parcelable.Creator<Card> CREATOR = new Parcelable.Creator<Card>() {
        @Override
        public Card createFromParcel(Parcel in) { return new Card(in); }
        @Override
        public Card[] newArray(int n) { return new Card[n]; }
    };
}
