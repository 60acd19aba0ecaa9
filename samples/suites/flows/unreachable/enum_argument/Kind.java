package cn.privlens.suite.enum_argument;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

enum Kind { DROP, SEND }
