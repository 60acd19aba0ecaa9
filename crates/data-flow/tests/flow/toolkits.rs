//! Libraries that are taken as the framework is: their code says nothing, the default rule speaks for it, and what they
//! are given is called back; beside them the same code in a class that belongs to none.

use crate::lab::run_with;

const SOURCE: &str = "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n";
const SEND: &str = "invoke-static v0 Lf/Net;->send(Ljava/lang/String;)V\n";

/// A class whose methods throw away what they are given, but for one that sends it.
fn class(name: &str) -> String {
    format!(
        ".class public L{name}; extends Ljava/lang/Object;
.method static plain(Ljava/lang/String;)Ljava/lang/String; 2
  const-string v0 \"无\"
  return-object v0
.end
.method static tell(Ljava/lang/String;)V 1
  invoke-static p0 Lf/Net;->send(Ljava/lang/String;)V
  return-void
.end
"
    )
}

#[test]
fn code_of_toolkits_says_nothing() {
    let flows = |name: &str, call: &str| {
        let code = format!("{SOURCE}invoke-static v0 L{name};->{call}\n");
        let code = if call.ends_with('V') {
            code
        } else {
            format!("{code}move-result-object v0\n{SEND}")
        };
        run_with(&code, &class(name)).flows
    };
    // What goes in comes out by the default rule, and with less confidence.
    let plain = "plain(Ljava/lang/String;)Ljava/lang/String;";
    let kept = flows("kit/View", plain);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].confidence, app_facts::FlowConfidence::Probable);
    assert_eq!(flows("t/View", plain).len(), 0);
    assert_eq!(flows("kit/Rows", plain).len(), 0);
    assert_eq!(flows("kits/View", plain).len(), 0);
    // A way out inside is not seen.
    let tell = "tell(Ljava/lang/String;)V";
    assert_eq!(flows("kit/View", tell).len(), 0);
    assert_eq!(flows("t/View", tell).len(), 1);
    assert_eq!(flows("kit/Rows", tell).len(), 1);
}

#[test]
fn what_a_toolkit_is_given_is_called_back() {
    let flows = |package: &str, method: &str| {
        let more = format!(
            ".class interface abstract L{package}/Tap; extends Ljava/lang/Object;
.method public abstract onTap()V
.class public L{package}/Button; extends Ljava/lang/Object;
.method static set(L{package}/Tap;)V 1
  invoke-interface p0 L{package}/Tap;->onTap()V
  return-void
.end
.class public Lt/T; extends Ljava/lang/Object; implements L{package}/Tap;
.method public onTap()V 2
  return-void
.end
.method public {method}()V 2
  iget-object v0 p0 Lt/T;->v:Ljava/lang/String;
  {SEND}  return-void
.end
"
        );
        let more = if method == "onTap" {
            more.replacen(".method public onTap()V 2\n  return-void\n.end\n", "", 1)
        } else {
            more
        };
        let code = format!(
            "{SOURCE}new-instance v1 Lt/T;\niput-object v0 v1 Lt/T;->v:Ljava/lang/String;\n\
             invoke-static v1 L{package}/Button;->set(L{package}/Tap;)V\n"
        );
        run_with(&code, &more).flows.len()
    };
    assert_eq!(flows("kit", "onTap"), 1);
    assert_eq!(flows("t/own", "onTap"), 1);
    // What the toolkit does not know of it does not call.
    assert_eq!(flows("kit", "other"), 0);
    assert_eq!(flows("t/own", "other"), 0);
}

#[test]
fn reads_of_toolkits_leave_a_gap() {
    let of = |name: &str| {
        let more = format!(
            ".class public L{name}; extends Ljava/lang/Object;\n.method static read()V 1\n{SOURCE}{SEND}return-void\n.end\n"
        );
        run_with(&format!("invoke-static L{name};->read()V\n"), &more)
    };
    let inside = of("kit/View");
    assert_eq!(inside.flows.len(), 0);
    assert!(
        inside
            .gaps
            .iter()
            .any(|gap| gap.what.contains("toolkits") && gap.place.contains("Lkit/View;->read"))
    );
    let own = of("t/View");
    assert_eq!((own.flows.len(), own.gaps.len()), (1, 0));
}
