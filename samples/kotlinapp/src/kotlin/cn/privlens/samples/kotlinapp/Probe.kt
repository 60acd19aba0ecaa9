package cn.privlens.samples.kotlinapp

import android.content.Context
import android.media.AudioRecord

/** Kinds of probe; the reads are in subclasses of a sealed class. */
sealed class Probe {
    abstract fun read(context: Context): String

    /** Reads the IMEI. */
    data class Imei(val slot: Int) : Probe() {
        override fun read(context: Context): String = Identity.phone(context).getDeviceId(slot)
    }

    /** Records sound. */
    object Sound : Probe() {
        override fun read(context: Context): String {
            AudioRecord(1, 44100, 16, 2, 4096).startRecording()
            return "recording"
        }
    }

    /** Never made. */
    class Never : Probe() {
        override fun read(context: Context): String = Identity.phone(context).meid
    }

    companion object {
        /** A constant of the companion: copied to where it is used. */
        const val INBOX = "content://sms/inbox"

        /** Not a constant: a static field with an accessor. */
        @JvmField
        val PEOPLE: String = "content://com.android.contacts/contacts"

        /** Chooses by type. */
        fun describe(probe: Probe, context: Context): String =
            when (probe) {
                is Imei -> "设备 " + probe.read(context)
                Sound -> probe.read(context)
                is Never -> ""
            }
    }
}
