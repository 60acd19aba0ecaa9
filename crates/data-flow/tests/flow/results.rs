//! What a flow says of its way: transforms, doubts, steps; and that results do not change from run to run.

use app_facts::FlowConfidence;
use data_flow::FlowCoverage;

use crate::lab::{only, run};

const SOURCE: &str = "invoke-static Lf/Tel;->getId()Ljava/lang/String;\nmove-result-object v0\n";

fn through(method: &str) -> String {
    format!(
        "{SOURCE}invoke-static v0 Lf/Text;->{method}(Ljava/lang/String;)Ljava/lang/String;\nmove-result-object v1\n\
         invoke-static v1 Lf/Net;->send(Ljava/lang/String;)V"
    )
}

#[test]
fn transforms_are_recorded_and_clear_nothing() {
    let result = run(&through("hash"));
    let flow = only(&result);
    assert_eq!(flow.transforms, ["hash:md5"]);
    assert_eq!(flow.confidence, FlowConfidence::Confirmed);
    assert_eq!(result.coverage, FlowCoverage::Complete);
}

#[test]
fn a_method_without_a_row_lowers_the_confidence() {
    let result = run(&through("other"));
    let flow = only(&result);
    assert_eq!(flow.confidence, FlowConfidence::Probable);
    assert_eq!(flow.cuts.len(), 1);
}

#[test]
fn a_number_about_a_value_is_not_the_value() {
    let result = run(&format!(
        "{SOURCE}invoke-static v0 Lf/Net;->length(Ljava/lang/String;)I\nmove-result v1\nconst-string v2 \"x\"\n\
         invoke-static v2 Lf/Net;->send(Ljava/lang/String;)V"
    ));
    assert!(result.flows.is_empty());
}

#[test]
fn two_runs_give_the_same() {
    let (a, b) = (run(&through("hash")), run(&through("hash")));
    assert_eq!(a.flows, b.flows);
    assert_eq!(a.units, b.units);
}

#[test]
fn nothing_is_worked_on_without_a_source() {
    let result = run("const-string v0 \"x\"\ninvoke-static v0 Lf/Net;->send(Ljava/lang/String;)V");
    assert!(result.flows.is_empty());
    assert_eq!(result.summaries, 0);
}
