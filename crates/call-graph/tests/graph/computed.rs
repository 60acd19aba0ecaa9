//! Constants that a run of the code tells: decoded, formatted, put together from characters, kept in collections.

use std::fmt::Write as _;

use crate::lab::{Lab, main_with, of, only};

const USE: &str = "invoke-static {v0} Lf/Secure;->get(Ljava/lang/String;)Ljava/lang/String;";

fn run(code: &str, classes: &str) -> call_graph::Analysis {
    Lab::new(&format!(
        "{}{classes}",
        main_with(&format!("{code}\n{USE}"))
    ))
    .run()
}

fn surely(code: &str, classes: &str) {
    let result = run(code, classes);
    let access = only(&result, "setting");
    assert_eq!(access.api, "settings:android_id", "{code}");
    assert!(access.cuts.is_empty(), "{code}: {:?}", access.cuts);
}

/// The key 设备𠮷.
fn surely_own(code: &str, classes: &str) {
    let result = run(code, classes);
    let access = only(&result, "own");
    assert!(access.cuts.is_empty(), "{code}: {:?}", access.cuts);
    assert!(of(&result, "setting").is_empty(), "{code}");
}

fn never(code: &str, classes: &str) {
    let result = run(code, classes);
    assert!(
        of(&result, "setting").is_empty(),
        "{code}: {:?}",
        result.accesses
    );
    assert!(
        of(&result, "own").is_empty(),
        "{code}: {:?}",
        result.accesses
    );
}

fn base64(text: &str) -> String {
    format!(
        "new-instance v1 Lf/Str;
const-string v2 \"{text}\"
const v3 0
invoke-static {{v2, v3}} Lf/Str;->decode(Ljava/lang/String;I)[B
move-result-object v2
invoke-direct {{v1, v2}} Lf/Str;-><init>([B)V
invoke-virtual {{v1}} Lf/Str;->text()Ljava/lang/String;
move-result-object v0"
    )
}

#[test]
fn base64_is_decoded() {
    surely(&base64("YW5kcm9pZF9pZA=="), "");
    surely(&base64("YW5kcm9pZF9pZA"), "");
    surely_own(&base64("6K6+5aSH8KCutw=="), "");
    surely_own(&base64("6K6-5aSH8KCutw"), "");
    never(&base64("YW5kcm9pZF9pZHg="), "");
    // No Base64 at all.
    never(&base64("YW5kcm9p*F9pZA=="), "");
    never(&base64("android_id"), "");
}

/// A text made of characters that are stored one by one.
fn characters(text: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut code = format!("const v1 {}\nnew-array v2 v1 [C\n", units.len());
    for (n, unit) in units.iter().enumerate() {
        write!(code, "const v3 {n}\nconst v4 {unit}\naput-char v4 v2 v3\n").unwrap();
    }
    code.push_str(
        "new-instance v1 Lf/Str;
invoke-direct {v1, v2} Lf/Str;-><init>([C)V
invoke-virtual {v1} Lf/Str;->text()Ljava/lang/String;
move-result-object v0",
    );
    code
}

#[test]
fn characters_spell_a_text() {
    surely(&characters("android_id"), "");
    surely_own(&characters("设备𠮷"), "");
    never(&characters("android_idx"), "");
    // Something unknown may change the array before it is read.
    let changed = characters("android_id").replace(
        "new-instance v1",
        "invoke-static {v2} Lx/Y;->change([C)V\nnew-instance v1",
    );
    never(&changed, "");
}

/// Combines every character with the key.
fn decoder(kind: &str, body: &str) -> String {
    format!(
        ".class Lcn/app/解;
.method {kind} open(Ljava/lang/String;I)Ljava/lang/String; 8
invoke-static {{p0}} Lf/Str;->chars(Ljava/lang/String;)[C
move-result-object v0
const v1 0
array-length v2 v0
again:
if-ge v1 v2 done
aget-char v3 v0 v1
xor-int v3 v3 p1
{body}
int-to-char v3 v3
aput-char v3 v0 v1
add-int/lit8 v1 v1 1
goto again
done:
new-instance v4 Lf/Str;
invoke-direct {{v4, v0}} Lf/Str;-><init>([C)V
invoke-virtual {{v4}} Lf/Str;->text()Ljava/lang/String;
move-result-object v4
return-object v4
.end
"
    )
}

fn opened(text: &str, key: u16) -> String {
    let encoded: Vec<u16> = text.encode_utf16().map(|unit| unit ^ key).collect();
    let encoded = String::from_utf16(&encoded).unwrap();
    format!(
        "const-string v1 \"{encoded}\"
const v2 {key}
invoke-static {{v1, v2}} Lcn/app/解;->open(Ljava/lang/String;I)Ljava/lang/String;
move-result-object v0"
    )
}

#[test]
fn a_small_decoder_is_run() {
    let plain = decoder("static", "");
    surely(&opened("android_id", 5), &plain);
    surely_own(&opened("设备𠮷", 5), &plain);
    surely(&opened("android_id", 5), &decoder("public static", "nop"));
    never(&opened("android_idx", 5), &plain);
    never(
        &opened("android_id", 5).replace("const v2 5", "const v2 4"),
        &plain,
    );
    // The key is not known.
    never(
        &opened("android_id", 5)
            .replace("const v2 5", "invoke-static {} Lx/Y;->n()I\nmove-result v2"),
        &plain,
    );
    // What the loop calls is not known.
    let calls = "invoke-static {v3} Lx/Y;->n(I)I\nmove-result v3";
    never(&opened("android_id", 5), &decoder("static", calls));
}

#[test]
fn decoders_that_do_not_end_are_given_up() {
    let endless = decoder("static", "").replace("v1 v1 1", "v1 v1 0");
    never(&opened("android_id", 5), &endless);
    let itself = ".class Lcn/app/解;
.method static open(Ljava/lang/String;I)Ljava/lang/String; 4
add-int/lit8 p1 p1 1
invoke-static {p0, p1} Lcn/app/解;->open(Ljava/lang/String;I)Ljava/lang/String;
move-result-object v0
return-object v0
.end
";
    never(&opened("android_id", 5), itself);
}

fn format(pattern: &str, first: &str, second: &str) -> String {
    format!(
        "const-string v1 \"{pattern}\"
const v2 2
new-array v2 v2 [Ljava/lang/Object;
const v3 0
const-string v4 \"{first}\"
aput-object v4 v2 v3
const v3 1
const-string v4 \"{second}\"
aput-object v4 v2 v3
invoke-static {{v1, v2}} Lf/Str;->form(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;
move-result-object v0"
    )
}

#[test]
fn formats_are_filled_in() {
    surely(&format("%s_%s", "android", "id"), "");
    surely(&format("%2$s_%1$s", "id", "android"), "");
    surely_own(&format("设%s%s", "备", "𠮷"), "");
    never(&format("%s-%s", "android", "id"), "");
    never(&format("%s_%s_%s", "android", "id"), "");
    never(&format("%q%s", "android", "id"), "");
}

#[test]
fn parts_and_replacements() {
    let cut = |text: &str, from: i32, to: i32| {
        format!(
            "const-string v1 \"{text}\"\nconst v2 {from}\nconst v3 {to}\ninvoke-static {{v1, v2, v3}} Lf/Str;->cut(Ljava/lang/String;II)Ljava/lang/String;\nmove-result-object v0"
        )
    };
    surely(&cut("xx_android_id_yy", 3, 13), "");
    surely_own(&cut("𠮷设备𠮷", 2, 6), "");
    never(&cut("xx_android_id_yy", 3, 14), "");
    never(&cut("android_id", 5, 90), "");
    let lower = |text: &str| {
        format!(
            "const-string v1 \"{text}\"\ninvoke-static {{v1}} Lf/Str;->lower(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v0"
        )
    };
    surely(&lower("ANDROID_Id"), "");
    surely_own(&lower("设备𠮷"), "");
    let swap = |text: &str, from: &str, to: &str| {
        format!(
            "const-string v1 \"{text}\"\nconst-string v2 \"{from}\"\nconst-string v3 \"{to}\"\ninvoke-static {{v1, v2, v3}} Lf/Str;->swap(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v0"
        )
    };
    surely(&swap("and#roi#d_id", "#", ""), "");
    surely_own(&swap("设备吉", "吉", "𠮷"), "");
    never(&swap("and#roid_id", "@", ""), "");
}

fn buffer(text: &str, changes: &str) -> String {
    format!(
        "new-instance v1 Lf/Buf;
const-string v2 \"{text}\"
invoke-direct {{v1, v2}} Lf/Buf;-><init>(Ljava/lang/String;)V
{changes}
invoke-virtual {{v1}} Lf/Buf;->text()Ljava/lang/String;
move-result-object v0"
    )
}

#[test]
fn builders_are_changed_in_place() {
    let reverse = "invoke-virtual {v1} Lf/Buf;->reverse()Lf/Buf;";
    surely(&buffer("di_diordna", reverse), "");
    surely_own(&buffer("𠮷备设", reverse), "");
    surely(
        &buffer(
            "di_diordna",
            &format!("move-object v5 v1\n{}", reverse.replace("v1", "v5")),
        ),
        "",
    );
    let insert = "const v3 0\nconst-string v4 \"android\"\ninvoke-virtual {v1, v3, v4} Lf/Buf;->insert(ILjava/lang/String;)Lf/Buf;";
    surely(&buffer("_id", insert), "");
    never(&buffer("_id", &insert.replace("v3 0", "v3 1")), "");
    let set = "const v3 7\nconst v4 95\ninvoke-virtual {v1, v3, v4} Lf/Buf;->set(IC)V";
    surely(&buffer("android-id", set), "");
    let drop = "const v3 0\ninvoke-virtual {v1, v3} Lf/Buf;->drop(I)Lf/Buf;";
    surely(&buffer("xandroid_id", drop), "");
    never(&buffer("android_id", drop), "");
    never(&buffer("android_id", reverse), "");
}

fn table(key: &str) -> (String, String) {
    let class = ".class Lcn/app/表;
.field static m Lf/Map;
.method static <clinit>()V 4
new-instance v0 Lf/Map;
invoke-direct {v0} Lf/Map;-><init>()V
sput-object v0 Lcn/app/表;->m:Lf/Map;
const-string v1 \"一\"
const-string v2 \"android_id\"
invoke-virtual {v0, v1, v2} Lf/Map;->put(Ljava/lang/Object;Ljava/lang/Object;)V
const-string v1 \"二𠮷\"
const-string v2 \"其他\"
invoke-virtual {v0, v1, v2} Lf/Map;->put(Ljava/lang/Object;Ljava/lang/Object;)V
return-void
.end
";
    let code = format!(
        "sget-object v1 Lcn/app/表;->m:Lf/Map;
const-string v2 \"{key}\"
invoke-virtual {{v1, v2}} Lf/Map;->get(Ljava/lang/Object;)Ljava/lang/Object;
move-result-object v0"
    );
    (code, class.to_owned())
}

#[test]
fn tables_are_looked_up() {
    let (code, class) = table("一");
    let result = run(&code, &class);
    // The table may be filled elsewhere too.
    assert_eq!(
        only(&result, "setting").cuts,
        ["argument 0 has other values too"]
    );
    let (code, class) = table("二𠮷");
    never(&code, &class);
    let (code, class) = table("三");
    never(&code, &class);
}
