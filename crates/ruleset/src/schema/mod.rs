//! The types of catalogue entries, one file a catalogue; the same types serve source files and the image.

mod access_points;
mod catalogues;
pub mod dataflow;
mod entry_points;
mod frameworks;
mod judging;
mod matchers;
mod native;
mod packers;
mod permissions;
mod policy;
mod rules;
mod sdks;
mod sites;
mod taxonomy;

pub use access_points::{
    Blocked, Condition, Consumer, ConsumerFile, ConsumerKind, Group, GroupFile, Holder, Narrow,
    NarrowRule, Need, Point, Unknown, Wrapper, WrapperFile,
};
pub use catalogues::{Catalogues, Names, Release};
pub use entry_points::{
    CallKind, CallbackFile, CallbackType, ConsentFile, EntryPointFile, EntryPointSet, FlagGetter,
    FlagSetter, LaunchRequest, LifecycleMethod, MadeByMetaData, PhaseWord, Registration,
    StartMethod, ValueHolder, WaitMethod,
};
pub use frameworks::{
    BundleForm, BundleRow, Framework, Marker, ScriptApi, SettingSource, VersionSource,
};
pub use judging::{
    BEHAVIOUR, BehaviourFile, BehaviourGroup, BehaviourName, Category, CategoryFile,
    CategoryGroups, Clause, ClauseFile, ClauseVersion, FactWord, Instrument, Judging, MatrixItem,
    Necessary, PermissionGroup, Profile, RuleTables, StoreCategory, StoreMapFile, Topic, TopicFile,
    WordSet,
};
pub use matchers::{
    AccessMatch, AppMatch, BehaviourMatch, ChangeMatch, ComponentMatch, DeniedMatch, DocumentMatch,
    ExcessMatch, FieldInfo, FieldKind, FieldTest, FlowMatch, HostMatch, Match, PermissionMatch,
    RequestMatch, ResourceMatch, SUBJECTS, SdkMatch, StatementMatch, UndeclaredMatch,
    UndeclaredSdkMatch,
};
pub use native::{NativeCall, NativeFile, NativeReader};
pub use packers::{Packer, PackerFile};
pub use permissions::{
    ActionNeed, ActionNeedFile, ApiNeed, ApiNeedRange, LevelProtection, Permission, PermissionFile,
    UriNeed, UriNeedFile,
};
pub use policy::{
    PolicyClass, PolicyCue, PolicyPermission, PolicySdkNames, PolicyTerm, PolicyUmbrella,
    PolicyVendor, PolicyWords,
};
pub use rules::{Case, Counted, Expr, Input, Open, Pair, Rule, RuleStatus, Tier};
pub use sdks::{Discloses, InitMethod, InitRole, OptOut, Sdk, SdkKind, SdkListFile, SeenFact};
pub use sites::{
    AnswerMeaning, AnswerRule, LoaderFile, LoaderRule, Loads, NamedPeriod, ReflectionRule,
    Reflects, RepeatFile, RepeatRule, RequestFile, RequestKind, RequestRule, ServiceClass,
    ShowRule, UnitRow,
};
pub use taxonomy::{Kind, KindFile, Sensitivity, StaticView, Weight};
