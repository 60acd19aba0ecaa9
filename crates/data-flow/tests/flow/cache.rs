//! One library class in two apps that differ beside it: what the one app says of the class must not be taken for what
//! the other would say, in whichever order the apps are looked at.

use crate::lab::{Memory, run_in, told};

/// A class of a library whose methods depend on what an app adds to it.
const LIBRARY: &str = "
.class public Lorg/lib/Codec; extends Ljava/lang/Object;
.method public code(Ljava/lang/String;)Ljava/lang/String; 3
  const-string v0 \"\"
  return-object v0
.end
.class public Lorg/lib/Sender; extends Ljava/lang/Object;
.field public off Z
.field public codec Lorg/lib/Codec;
.method public static echo(Ljava/lang/String;)Ljava/lang/String; 2
  return-object p0
.end
.method public static coded(Lorg/lib/Codec;Ljava/lang/String;)V 4
  invoke-virtual p0 p1 Lorg/lib/Codec;->code(Ljava/lang/String;)Ljava/lang/String;
  move-result-object v0
  invoke-static v0 Lorg/lib/Sender;->out(Ljava/lang/String;)V
  return-void
.end
.method public static hooked(Ljava/lang/String;)V 3
  invoke-static p0 Lt/Hook;->at(Ljava/lang/String;)Ljava/lang/String;
  move-result-object v0
  invoke-static v0 Lorg/lib/Sender;->out(Ljava/lang/String;)V
  return-void
.end
.method public static levelled(Ljava/lang/String;)V 3
  sget v0 Lt/Level;->ON:I
  if-eqz v0 off
  invoke-static p0 Lorg/lib/Sender;->out(Ljava/lang/String;)V
off:
  return-void
.end
.method public switched(Ljava/lang/String;)V 4
  iget-boolean v0 p0 Lorg/lib/Sender;->off:Z
  if-nez v0 off
  const-string p1 \"\"
off:
  invoke-static p1 Lorg/lib/Sender;->out(Ljava/lang/String;)V
  return-void
.end
.method public static out(Ljava/lang/String;)V 2
  invoke-static p0 Lorg/lib/Sender;->echo(Ljava/lang/String;)Ljava/lang/String;
  move-result-object v0
  invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V
  return-void
.end
";

const SOURCE: &str = "
  invoke-static Lf/Tel;->getId()Ljava/lang/String;
  move-result-object v0
";

/// A flow of both apps.
const ALWAYS: &str = "
  invoke-static v0 Lorg/lib/Sender;->echo(Ljava/lang/String;)Ljava/lang/String;
  move-result-object v3
  invoke-static v3 Lf/Net;->send(Ljava/lang/String;)V
";

/// Both apps alone, then with one cache in both orders; the number of flows of each, and of summaries that the second
/// app took from the first.
fn pair(code: &str, one: &str, other: &str) -> (usize, usize, u64) {
    let code = format!("{SOURCE}{ALWAYS}{code}");
    let apps = [one, other].map(|more| format!("{more}\n{LIBRARY}"));
    let plain = [0, 1].map(|n: usize| run_in(None, &code, &apps[n], Vec::new()));
    let mut shared = 0;
    for order in [[0, 1, 0, 1], [1, 0, 1, 0]] {
        let store = Memory::default();
        for (turn, n) in order.into_iter().enumerate() {
            let got = run_in(Some(&store), &code, &apps[n], Vec::new());
            assert_eq!(told(&got), told(&plain[n]), "app {n} in turn {turn}");
            let counts = store.counts();
            assert_eq!(counts.wrong, 0, "{counts:?}");
            match turn {
                0 => assert_eq!(counts.found, 0),
                1 => shared += counts.found,
                _ => assert!(counts.found > 0 && counts.made == 0, "{counts:?}"),
            }
        }
    }
    let [a, b] = plain.map(|result| result.flows.len());
    (a, b, shared)
}

/// What most of the pairs add that they have alike.
const REST: &str = "
.class public Lt/Hook; extends Ljava/lang/Object;
.method public static at(Ljava/lang/String;)Ljava/lang/String; 2
  return-object p0
.end
.class public Lt/Level; extends Ljava/lang/Object;
.field static final ON I = 1
";

fn codec(body: &str) -> String {
    format!(
        "{REST}
.class public Lt/Own; extends Lorg/lib/Codec;
.method public code(Ljava/lang/String;)Ljava/lang/String; 3
{body}
.end
"
    )
}

/// The argument is given from two places, so that it is not known which codec it is.
const CODED: &str = "
  sget-object v1 Lt/Main;->codec:Lorg/lib/Codec;
  if-nez v1 there
  new-instance v1 Lt/Own;
  sput-object v1 Lt/Main;->codec:Lorg/lib/Codec;
there:
  invoke-static v1 v0 Lorg/lib/Sender;->coded(Lorg/lib/Codec;Ljava/lang/String;)V
";

#[test]
fn subclasses_that_differ() {
    let gives = codec("  return-object p1");
    let hides = codec("  const-string v0 \"x\"\n  return-object v0");
    let (a, b, shared) = pair(CODED, &gives, &hides);
    assert_eq!((a, b), (2, 1));
    assert!(shared > 0);
}

#[test]
fn callees_that_differ() {
    let code = "  invoke-static v0 Lorg/lib/Sender;->hooked(Ljava/lang/String;)V\n";
    let hides = REST.replace(
        "  return-object p0",
        "  const-string v0 \"隐𠮷\"\n  return-object v0",
    );
    let (a, b, shared) = pair(code, REST, &hides);
    assert_eq!((a, b), (2, 1));
    assert!(shared > 0);
}

#[test]
fn constants_that_differ() {
    let code = "  invoke-static v0 Lorg/lib/Sender;->levelled(Ljava/lang/String;)V\n";
    let (a, b, shared) = pair(code, REST, &REST.replace("= 1", "= 0"));
    assert_eq!((a, b), (2, 1));
    assert!(shared > 0);
}

#[test]
fn writers_of_a_field_that_differ() {
    let code = "
  new-instance v1 Lorg/lib/Sender;
  sget-object v2 Lt/Main;->sender:Lorg/lib/Sender;
  if-eqz v2 there
  move-object v1 v2
there:
  sput-object v1 Lt/Main;->sender:Lorg/lib/Sender;
  invoke-static v1 Lt/Writer;->set(Lorg/lib/Sender;)V
  invoke-virtual v1 v0 Lorg/lib/Sender;->switched(Ljava/lang/String;)V
";
    let writes = |value: u8| {
        format!(
            "{REST}
.class public Lt/Writer; extends Ljava/lang/Object;
.method public static set(Lorg/lib/Sender;)V 3
  const v0 {value}
  iput-boolean v0 p0 Lorg/lib/Sender;->off:Z
  return-void
.end
"
        )
    };
    let (a, b, shared) = pair(code, &writes(1), &writes(0));
    assert_eq!((a, b), (2, 1));
    assert!(shared > 0);
}

#[test]
fn methods_that_only_one_app_looks_at() {
    let code = "  invoke-static v0 Lorg/lib/Sender;->echo(Ljava/lang/String;)Ljava/lang/String;\n";
    let sends = format!(
        "{code}  move-result-object v0\n  invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V\n"
    );
    let store = Memory::default();
    let more = format!("{REST}{LIBRARY}");
    for code in [code, &sends, code, &sends] {
        let code = format!("{SOURCE}{code}");
        let plain = run_in(None, &code, &more, Vec::new());
        let got = run_in(Some(&store), &code, &more, Vec::new());
        assert_eq!(told(&got), told(&plain));
        assert_eq!(store.counts().wrong, 0);
    }
}
