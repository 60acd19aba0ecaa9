//! The hierarchy of app and framework together, and method look-up along it.

use program_model::{DefId, Framework, Program};

use crate::assembler::dex;
use crate::{NOTHING, def, program, ty};

/// Types by number: descriptor, superclass, interfaces.
struct Model(Vec<(&'static str, Option<u32>, Vec<u32>)>);

impl Framework for Model {
    fn find_type(&self, descriptor: &[u8]) -> Option<u32> {
        let at = self
            .0
            .iter()
            .position(|row| row.0.as_bytes() == descriptor)?;
        u32::try_from(at).ok()
    }
    fn descriptor(&self, ty: u32) -> &[u8] {
        self.0[ty as usize].0.as_bytes()
    }
    fn superclass(&self, ty: u32) -> Option<u32> {
        self.0[ty as usize].1
    }
    fn interfaces(&self, ty: u32) -> Vec<u32> {
        self.0[ty as usize].2.clone()
    }
    fn is_interface(&self, ty: u32) -> bool {
        self.0[ty as usize].0.contains("/I")
    }
    fn methods(&self, _ty: u32, _each: &mut dyn FnMut(&str, Option<&str>, u32)) {}
    fn constant(&self, _class: &[u8], _name: &[u8]) -> Option<(&str, &str)> {
        None
    }
}

fn model() -> Model {
    Model(vec![
        ("Ljava/lang/Object;", None, vec![]),
        ("Lf/Context;", Some(0), vec![]),
        ("Lf/Activity;", Some(1), vec![3]),
        ("Lf/Icallback;", Some(0), vec![]),
        // Not above anything that the app names.
        ("Lf/Unused;", Some(0), vec![]),
    ])
}

fn names(program: &Program<'_>, of: &[program_model::TypeId]) -> Vec<String> {
    of.iter()
        .map(|ty| program.type_name(*ty).into_owned())
        .collect()
}

#[test]
fn supertypes_go_on_into_the_framework() {
    let files = [dex(
        ".class La/主页; extends Lf/Activity;\n.class La/Other; extends Lf/Unknown;",
    )];
    let model = model();
    let program = program(&files, &model);
    let main = ty(&program, "La/主页;");
    assert_eq!(
        names(&program, program.ancestors(main)),
        [
            "Lf/Activity;",
            "Lf/Context;",
            "Lf/Icallback;",
            "Ljava/lang/Object;"
        ]
    );
    assert!(program.is_subtype(main, ty(&program, "Lf/Context;")));
    assert!(program.is_subtype(main, main));
    assert!(!program.is_subtype(ty(&program, "Lf/Context;"), main));
    let other = ty(&program, "La/Other;");
    assert_eq!(names(&program, program.ancestors(other)), ["Lf/Unknown;"]);
    assert!(!program.is_subtype(other, ty(&program, "Lf/Context;")));
    assert_eq!(
        program.framework_type(ty(&program, "Lf/Activity;")),
        Some(2)
    );
    assert_eq!(program.framework_type(ty(&program, "Lf/Unknown;")), None);
    assert_eq!(program.framework_type(main), None);
    assert_eq!(program.find_type(b"Lf/Unused;"), None);
    assert_eq!(
        program.first_external(main),
        Some(ty(&program, "Lf/Activity;"))
    );
    assert_eq!(
        names(&program, program.subtypes(ty(&program, "Lf/Activity;"))),
        ["La/主页;"]
    );
}

#[test]
fn a_type_that_the_app_defines_is_not_the_frameworks() {
    let files = [dex(
        ".class Lf/Activity;\n.class La/Main; extends Lf/Activity;",
    )];
    let model = model();
    let program = program(&files, &model);
    let own = ty(&program, "Lf/Activity;");
    assert_eq!(program.framework_type(own), None);
    assert_eq!(
        names(&program, program.ancestors(own)),
        ["Ljava/lang/Object;"]
    );
}

#[test]
fn cycles_of_supertypes_end() {
    let text = "
.class La/A; extends La/B;
.class La/B; extends La/C;
.class La/C; extends La/A;
.class La/Self; extends La/Self;
.class interface abstract La/I; implements La/J;
.class interface abstract La/J; implements La/I;
.class La/D; extends La/Self; implements La/I;
.method public run()V 1
  return-void
.end
";
    let files = [dex(text)];
    let program = program(&files, &NOTHING);
    let a = ty(&program, "La/A;");
    assert_eq!(names(&program, program.ancestors(a)), ["La/B;", "La/C;"]);
    assert_eq!(program.superclass(ty(&program, "La/Self;")), None);
    assert_eq!(program.first_external(a), None);
    let run = program.find_selector(b"run", b"()V").unwrap();
    assert_eq!(program.lookup(a, run), None);
    let d = ty(&program, "La/D;");
    assert_eq!(program.lookup(d, run), Some(def(&program, "La/D;->run()V")));
    assert!(program.is_subtype(d, ty(&program, "La/J;")));
}

fn lookup(program: &Program<'_>, class: &str, name: &str) -> Option<String> {
    let selector = program.find_selector(name.as_bytes(), b"()V").unwrap();
    let found: Option<DefId> = program.lookup(ty(program, class), selector);
    found.map(|def| program.def_name(def))
}

#[test]
fn look_up_goes_through_superclasses_then_default_methods() {
    let text = "
.class interface abstract La/I;
.method public 默认()V 1
  return-void
.end
.method public abstract none()V
.method public both()V 1
  return-void
.end
.class abstract La/Base; implements La/I;
.method public both()V 1
  return-void
.end
.method public abstract open()V
.method public far()V 1
  return-void
.end
.class La/Mid; extends La/Base;
.method public open()V 1
  return-void
.end
.class La/Leaf; extends La/Mid;
";
    let files = [dex(text)];
    let program = program(&files, &NOTHING);
    let find = |name| lookup(&program, "La/Leaf;", name);
    assert_eq!(find("far").unwrap(), "La/Base;->far()V");
    assert_eq!(find("open").unwrap(), "La/Mid;->open()V");
    assert_eq!(find("默认").unwrap(), "La/I;->默认()V");
    // A class's own method wins over the interface's.
    assert_eq!(find("both").unwrap(), "La/Base;->both()V");
    assert_eq!(find("none"), None);
    assert_eq!(lookup(&program, "La/Base;", "open"), None);
    let far = program.find_selector(b"far", b"()V").unwrap();
    assert_eq!(program.declared(ty(&program, "La/Leaf;"), far), None);
}

#[test]
fn the_default_method_of_the_more_specific_interface_runs() {
    let text = "
.class interface abstract La/I;
.method public m()V 1
  return-void
.end
.class interface abstract La/J; implements La/I;
.method public m()V 1
  return-void
.end
.class La/One; implements La/J;
.class La/Two; implements La/J; La/I;
.class La/Three; implements La/I; La/J;
.class La/Base; implements La/J;
.class La/Four; extends La/Base; implements La/I;
";
    let files = [dex(text)];
    let program = program(&files, &NOTHING);
    assert_eq!(lookup(&program, "La/One;", "m").unwrap(), "La/J;->m()V");
    assert_eq!(lookup(&program, "La/Two;", "m").unwrap(), "La/J;->m()V");
    assert_eq!(lookup(&program, "La/Three;", "m").unwrap(), "La/J;->m()V");
    assert_eq!(lookup(&program, "La/Four;", "m").unwrap(), "La/J;->m()V");
}

#[test]
fn a_deep_chain_is_cut_and_said() {
    use std::fmt::Write as _;
    let mut text = String::from(".class La/C0;\n.method public m()V 1\nreturn-void\n.end\n");
    for n in 1..700 {
        writeln!(text, ".class La/C{n}; extends La/C{};", n - 1).unwrap();
    }
    let files = [dex(&text)];
    let program = program(&files, &NOTHING);
    assert_eq!(lookup(&program, "La/C400;", "m").unwrap(), "La/C0;->m()V");
    // One gap for all: the classes from the limit of 512 on, and none below it.
    assert_eq!(program.gaps().len(), 1, "{:?}", program.gaps());
    let gap = &program.gaps()[0];
    assert!(gap.what.contains("supertypes beyond the limit"), "{gap:?}");
    assert!(gap.what.contains("of 189 classes"), "{gap:?}");
}
