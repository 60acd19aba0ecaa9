package cn.privlens.rules;

import android.service.notification.NotificationListenerService;

/** Sees the notices of all apps. */
public class Listener extends NotificationListenerService {}
