package com.google.firebase.messaging;

/** Stands for the library's class: same name and members, a body of our own. */
public final class RemoteMessage {}
