package androidx.appcompat.app;

/** Stands for the library's class: same name and members, a body of our own. */
public class AppCompatActivity extends androidx.activity.ComponentActivity {}
