package cn.privlens.suite.interface_stub_and_proxy;

import android.os.Binder;
import android.os.IBinder;
import android.os.IInterface;
import android.os.Parcel;
import android.os.RemoteException;

public interface IReport extends IInterface {
    void send(String text) throws RemoteException;
    void note(String text) throws RemoteException;

    abstract class Stub extends Binder implements IReport {
        private static final String DESCRIPTOR = "IReport";
        static final int TRANSACTION_SEND = IBinder.FIRST_CALL_TRANSACTION;
        static final int TRANSACTION_NOTE = IBinder.FIRST_CALL_TRANSACTION + 1;
        public Stub() { attachInterface(this, DESCRIPTOR); }
        public static IReport asInterface(IBinder binder) {
            if (binder == null) {
                return null;
            }
            IInterface local = binder.queryLocalInterface(DESCRIPTOR);
            if (local instanceof IReport) {
                return (IReport) local;
            }
            return new Proxy(binder);
        }
        @Override
        public IBinder asBinder() { return this; }
        @Override
        public boolean onTransact(int code, Parcel data, Parcel reply, int flags) throws RemoteException {
            switch (code) {
                case TRANSACTION_SEND:
                data.enforceInterface(DESCRIPTOR);
                send(data.readString());
                reply.writeNoException();
                return true;
                case TRANSACTION_NOTE:
                data.enforceInterface(DESCRIPTOR);
                note(data.readString());
                reply.writeNoException();
                return true;
                default:
                return super.onTransact(code, data, reply, flags);
            }
        }

        private static final class Proxy implements IReport {
            private final IBinder remote;
            Proxy(IBinder remote) { this.remote = remote; }
            @Override
            public IBinder asBinder() { return remote; }
            @Override
            public void send(String text) throws RemoteException { call(TRANSACTION_SEND, text); }
            @Override
            public void note(String text) throws RemoteException { call(TRANSACTION_NOTE, text); }
            private void call(int code, String text) throws RemoteException {
                Parcel data = Parcel.obtain();
                Parcel reply = Parcel.obtain();
                try {
                    data.writeInterfaceToken(DESCRIPTOR);
                    data.writeString(text);
                    remote.transact(code, data, reply, 0);
                    reply.readException();
                } finally {
                    reply.recycle();
                    data.recycle();
                }
            }
        }
    }
}
