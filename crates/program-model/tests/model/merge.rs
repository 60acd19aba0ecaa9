//! Several files joined into one program: shared names, repeated classes, unreadable rows.

use crate::assembler::{assemble_with, dex};
use crate::{NOTHING, def, program, ty};

const FIRST: &str = "
.class public Lcn/app/信息;
.method public static 读取()I 1
  const v0 1
  return v0
.end
.class public La/Only;
.method public run()V 2
  invoke-static {} Lcn/app/信息;->读取()I
  return-void
.end
";

const SECOND: &str = "
.class public Lcn/app/信息; extends La/Only;
.method public static 读取()I 1
  const v0 2
  return v0
.end
.method public static 另外()V 0
  return-void
.end
.class public La/Other;
.method public call()V 1
  invoke-static {} Lcn/app/信息;->读取()I
  return-void
.end
";

#[test]
fn the_first_definition_of_a_class_counts_and_the_second_is_said() {
    let files = [dex(FIRST), dex(SECOND)];
    let program = program(&files, &NOTHING);
    let info = ty(&program, "Lcn/app/信息;");
    let class = program.class(program.class_of(info).unwrap());
    assert_eq!(program.dex(class.dex).name, "classes1.dex");
    let names: Vec<String> = class.methods().map(|id| program.def_name(id)).collect();
    assert_eq!(names, ["Lcn/app/信息;->读取()I"]);
    // The superclass is the first definition's too.
    assert_eq!(
        program.superclass(info),
        Some(ty(&program, "Ljava/lang/Object;"))
    );
    let read = def(&program, "Lcn/app/信息;->读取()I");
    let first = program.body(read).unwrap().insns()[0];
    assert_eq!(first.literal, Some(1));
    assert_eq!(program.gaps().len(), 1, "{:?}", program.gaps());
    let gap = &program.gaps()[0];
    assert_eq!(gap.place, "base.apk!/classes2.dex");
    assert!(gap.what.contains("repeated"), "{gap:?}");
    // The second file's other class is there.
    assert!(program.class_of(ty(&program, "La/Other;")).is_some());
    assert_eq!(program.classes().count(), 3);
}

#[test]
fn different_classes_leave_no_gap() {
    let files = [dex(FIRST), dex(".class public La/Third;")];
    assert!(program(&files, &NOTHING).gaps().is_empty());
}

#[test]
fn one_name_has_one_id_in_all_files() {
    let files = [dex(FIRST), dex(SECOND)];
    let program = program(&files, &NOTHING);
    let mut found = Vec::new();
    for name in ["La/Only;->run()V", "La/Other;->call()V"] {
        let def = def(&program, name);
        let event = program.events(def)[0];
        let dex = program.dex_of(def);
        found.push((
            dex,
            event.index,
            program.method_at(dex, event.index).unwrap(),
        ));
    }
    assert_ne!(found[0].0, found[1].0);
    assert_eq!(found[0].2, found[1].2);
    assert_eq!(program.method_name(found[0].2), "Lcn/app/信息;->读取()I");
    assert_eq!(
        program.def_of(found[1].2),
        Some(def(&program, "Lcn/app/信息;->读取()I"))
    );
}

#[test]
fn names_beyond_the_first_plane_are_kept_apart_and_printed() {
    let text = "
.class public Lcn/𠮷;
.field public static 𠮷 I
.method public static 𠮷(Lcn/𠮷;)V 1
  return-void
.end
.class public Lcn/吉;
.method public static 𠮷(Lcn/𠮷;)V 1
  return-void
.end
";
    let files = [dex(text)];
    let program = program(&files, &NOTHING);
    let rare = ty(&program, "Lcn/𠮷;");
    assert_ne!(rare, ty(&program, "Lcn/吉;"));
    assert_eq!(program.type_name(rare), "Lcn/𠮷;");
    def(&program, "Lcn/𠮷;->𠮷(Lcn/𠮷;)V");
    def(&program, "Lcn/吉;->𠮷(Lcn/𠮷;)V");
    let field = program.fields().next().unwrap().0;
    assert_eq!(program.field_name(field), "Lcn/𠮷;->𠮷:I");
    // The raw forms are modified UTF-8; plain UTF-8 finds nothing outside the first plane.
    assert_eq!(
        program.find_type("Lcn/吉;".as_bytes()),
        Some(ty(&program, "Lcn/吉;"))
    );
}

#[test]
fn an_unreadable_row_keeps_the_indexes_of_the_others() {
    let text = "
.class public La/A;
.method public static first()V 0
  invoke-static {} La/A;->second()V
  return-void
.end
.method public static second()V 0
  invoke-static {} La/A;->third(I)V
  return-void
.end
.method public static third(I)V 1
  return-void
.end
";
    // The name of the second method's row, and a type of its own, lie outside their tables.
    let broken = assemble_with(text, |tables| {
        tables.dex.types.push(0xffff);
        let row = tables.method("La/A;->missing()V") as usize;
        tables.dex.methods[row].1 = 999;
        tables.method("La/A;->after()V");
    });
    let files = [broken.bytes, dex(".class La/B;")];
    let program = program(&files, &NOTHING);
    let first = def(&program, "La/A;->first()V");
    let dex = program.dex_of(first);
    for (caller, callee) in [
        ("La/A;->first()V", "La/A;->second()V"),
        ("La/A;->second()V", "La/A;->third(I)V"),
    ] {
        let caller = def(&program, caller);
        let target = program
            .method_at(dex, program.events(caller)[0].index)
            .unwrap();
        assert_eq!(program.method_name(target), callee);
    }
    // The row after the broken one is still itself.
    let last = program.dex(dex).file.n_methods() - 1;
    let last = program.method_at(dex, last).unwrap();
    assert_eq!(program.method_name(last), "La/A;->after()V");
    let tables: Vec<&str> = program.gaps().iter().map(|gap| gap.what.as_str()).collect();
    assert!(
        tables
            .iter()
            .any(|what| what.contains("1 rows of the type table")),
        "{tables:?}"
    );
    // Known fault: a method row whose class, prototype or name is out of range is lost without a gap.
    assert!(
        !tables.iter().any(|what| what.contains("method table")),
        "{tables:?}"
    );
    assert!(program.class_of(ty(&program, "La/B;")).is_some());
    // Out of range is not an answer.
    assert_eq!(program.method_at(dex, 100_000), None);
    assert_eq!(program.type_at(dex, 100_000), None);
    assert_eq!(program.field_at(dex, 100_000), None);
    assert_eq!(program.string_at(dex, 100_000), None);
}

#[test]
fn no_files_make_an_empty_program() {
    let program = program(&[], &NOTHING);
    assert_eq!(
        (program.n_defs(), program.n_types(), program.n_methods()),
        (0, 0, 0)
    );
    assert!(program.gaps().is_empty());
}
