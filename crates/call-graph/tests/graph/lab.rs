//! A made-up framework with its own small catalogues, and a way to run the analysis over assembled programs.

use std::fmt::Write as _;

use app_facts::{Access, Level, PermissionFact};
use call_graph::{Analysis, AppInput, Component, DeclaredPermission, Index, analyze};
use program_model::{DexInput, Program};
use ruleset::{Knowledge, source};

use crate::assembler::dex;

const TYPES: &str = "\
Ljava/lang/Object;\tc\t-\t-\t1\tj
Ljava/lang/String;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Text;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Runnable;\ti\tLjava/lang/Object;\t-\t1\tj
Lf/Listener;\ti\tLjava/lang/Object;\t-\t1\tj
Lf/Thread;\tc\tLjava/lang/Object;\tLf/Runnable;\t1\tj
Lf/Ctx;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Activity;\tc\tLf/Ctx;\t-\t1\tj
Lf/Service;\tc\tLf/Ctx;\t-\t1\tj
Lf/App;\tc\tLf/Ctx;\t-\t1\tj
Lf/Receiver;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Tel;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Pm;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Secure;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Props;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Uri;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Resolver;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/File;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Stream;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Shell;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Intent;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Filter;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Reflect;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Proc;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Keys;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Enum;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Wifi;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Link;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Build;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Prefs;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Dialog;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Provider;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Frag;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Call;\ti\tLjava/lang/Object;\t-\t1\tj
Lf/Cls;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Latch;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Box;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Task;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/LongTask;\tc\tLf/Task;\t-\t1\tj
Lf/w/Web;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Cell;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Reply;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Seen;\ti\tLjava/lang/Object;\t-\t1\tj
";

const MEMBERS: &str = "\
Ljava/lang/Object;\tm\ttoString\t()Ljava/lang/String;\t1\tj
Lf/Text;\tc\t<init>\t()V\t1\tj
Lf/Text;\tc\t<init>\t(Ljava/lang/String;)V\t1\tj
Lf/Text;\tm\tappend\t(Ljava/lang/String;)Lf/Text;\t1\tj
Lf/Text;\tm\tappend\t(C)Lf/Text;\t1\tj
Lf/Text;\tm\ttext\t()Ljava/lang/String;\t1\tj
Lf/Runnable;\tm\trun\t()V\t1\tj
Lf/Listener;\tm\tonPlace\t(I)V\t1\tj
Lf/Thread;\tc\t<init>\t(Lf/Runnable;)V\t1\tj
Lf/Thread;\tm\tstart\t()V\t1\tj
Lf/Thread;\tm\trun\t()V\t1\tj
Lf/Ctx;\tm\trun\t(Lf/Runnable;)V\t1\tj
Lf/Ctx;\tm\ttap\t(Lf/Runnable;)V\t1\tj
Lf/Ctx;\tm\task\t(Lf/Listener;)V\t1\tj
Lf/Ctx;\tm\ttold\t(Lf/Listener;)V\t1\tj
Lf/Ctx;\tm\tbegin\t()V\t1\tj
Lf/Ctx;\tm\tadd\t(Lf/Activity;)V\t1\tj
Lf/Ctx;\tm\tdeviceName\t()Ljava/lang/String;\t1\tj
Lf/Ctx;\tm\tpackageName\t()Ljava/lang/String;\t1\tj
Lf/Ctx;\tm\tstart\t(Lf/Intent;)V\t1\tj
Lf/Ctx;\tm\tbind\t(Lf/Intent;)V\t1\tj
Lf/Ctx;\tm\tregister\t(Lf/Filter;)V\t1\tj
Lf/Activity;\tm\tonCreate\t()V\t1\tj
Lf/Activity;\tm\tonResume\t()V\t1\tj
Lf/Service;\tm\tonStart\t()V\t1\tj
Lf/App;\tm\tonCreate\t()V\t1\tj
Lf/Receiver;\tm\tonReceive\t()V\t1\tj
Lf/Tel;\tm\tgetId\t()Ljava/lang/String;\t1\tj
Lf/Tel;\tm\tgetLine\t()Ljava/lang/String;\t1\tj
Lf/Tel;\tm\tnewId\t()Ljava/lang/String;\t29\tj
Lf/Tel;\tm\tplain\t()V\t1\tj
Lf/Tel;\tm\tat\t(JLjava/lang/String;I)V\t1\tj
Lf/Pm;\tm\tpackageInfo\t(Ljava/lang/String;I)V\t1\tj
Lf/Pm;\tm\tquery\t(Lf/Intent;)V\t1\tj
Lf/Pm;\tm\tlist\t(I)V\t1\tj
Lf/Pm;\tm\tnames\t(I)V\t1\tj
Lf/Wifi;\tm\tlink\t()Lf/Link;\t1\tj
Lf/Link;\tm\tspeed\t()I\t1\tj
Lf/Link;\tm\tsame\t(Lf/Link;)Z\t1\tj
Lf/Secure;\ts\tget\t(Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Secure;\ts\tsame\t(Ljava/lang/String;Ljava/lang/String;)Z\t1\tj
Lf/Props;\ts\tget\t(Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Uri;\ts\tparse\t(Ljava/lang/String;)Lf/Uri;\t1\tj
Lf/Uri;\ts\tunder\t(Lf/Uri;Ljava/lang/String;)Lf/Uri;\t1\tj
Lf/Resolver;\tm\tquery\t(Lf/Uri;)V\t1\tj
Lf/File;\tc\t<init>\t(Ljava/lang/String;)V\t1\tj
Lf/Stream;\tc\t<init>\t(Lf/File;)V\t1\tj
Lf/Shell;\tm\texec\t(Ljava/lang/String;)V\t1\tj
Lf/Shell;\tm\texec\t([Ljava/lang/String;)V\t1\tj
Lf/Intent;\tc\t<init>\t()V\t1\tj
Lf/Intent;\tc\t<init>\t(Ljava/lang/String;)V\t1\tj
Lf/Intent;\tm\tsetAction\t(Ljava/lang/String;)Lf/Intent;\t1\tj
Lf/Intent;\tm\taddCategory\t(Ljava/lang/String;)Lf/Intent;\t1\tj
Lf/Filter;\tc\t<init>\t(Ljava/lang/String;)V\t1\tj
Lf/Reflect;\ts\tforName\t(Ljava/lang/String;)V\t1\tj
Lf/Proc;\ts\tmyPid\t()I\t1\tj
Lf/Proc;\tm\tlist\t()V\t1\tj
Lf/Keys;\tg\tID\tLjava/lang/String;\t1\tj
Lf/Keys;\tg\tCONTACTS\tLf/Uri;\t1\tj
Lf/Keys;\tg\tBITS\tI\t1\tj
Lf/Provider;\tm\tonMade\t()V\t1\tj
Lf/Cell;\tc\t<init>\t()V\t1\tj
Lf/Cell;\tc\t<init>\t(Z)V\t1\tj
Lf/Cell;\tm\tput\t(Z)V\t1\tj
Lf/Cell;\tm\tget\t()Z\t1\tj
Lf/Cell;\tm\tsame\t()Lf/Cell;\t1\tj
Lf/Cell;\tm\twatch\t(Lf/Seen;)V\t1\tj
Lf/Seen;\tm\tseen\t(Z)V\t1\tj
Lf/Reply;\tc\t<init>\t()V\t1\tj
Lf/Reply;\tm\tgive\t(Z)V\t1\tj
Lf/Reply;\tm\ttake\t()Z\t1\tj
Lf/Prefs;\ts\tflag\t(Ljava/lang/String;Z)Z\t1\tj
Ljava/lang/Object;\tm\tequals\t(Ljava/lang/Object;)Z\t1\tj
Lf/Prefs;\ts\twrite\t(Ljava/lang/String;Ljava/lang/String;)V\t1\tj
Lf/Prefs;\ts\tnum\t(Ljava/lang/String;I)I\t1\tj
Lf/Prefs;\ts\tword\t(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Secure;\ts\thash\t(Ljava/lang/String;)I\t1\tj
Lf/Enum;\ts\tof\t(Ljava/lang/Class;Ljava/lang/String;)Lf/Enum;\t1\tj
Lf/Enum;\tm\tname\t()Ljava/lang/String;\t1\tj
Lf/Enum;\tm\tordinal\t()I\t1\tj
Lf/Prefs;\ts\tput\t(Ljava/lang/String;Z)V\t1\tj
Lf/Prefs;\ts\thas\t(Ljava/lang/String;)Z\t1\tj
Lf/File;\tm\tthere\t()Z\t1\tj
Lf/File;\tm\tmake\t()Z\t1\tj
Lf/Latch;\tm\thold\t()V\t1\tj
Lf/Latch;\tm\topen\t()V\t1\tj
Lf/Box;\tm\twatch\t(Lf/Runnable;)V\t1\tj
Lf/Box;\tm\tset\t(I)V\t1\tj
Lf/Ctx;\tm\tall\t(Lf/Box;)V\t1\tj
Lf/Ctx;\tm\twork\t(Lf/Task;)V\t1\tj
Lf/Task;\tm\tended\t()V\t1\tj
Lf/LongTask;\tm\tload\t()V\t1\tj
Lf/Dialog;\ts\tyes\t(Ljava/lang/String;Lf/Runnable;)V\t1\tj
Lf/Dialog;\ts\tno\t(Ljava/lang/String;Lf/Runnable;)V\t1\tj
Lf/Ctx;\tm\tstart\t(Ljava/lang/Class;)V\t1\tj
Lf/Ctx;\tm\tlater\t(Lf/Runnable;J)V\t1\tj
Lf/Ctx;\tm\talarm\t(Lf/Runnable;)V\t1\tj
Lf/Frag;\tm\tonShow\t()V\t1\tj
Lf/Call;\tm\tcall\t()Z\t1\tj
Lf/Ctx;\tm\tblock\t(Lf/Call;)Z\t1\tj
Lf/Ctx;\tm\tpending\t()Z\t1\tj
Lf/Ctx;\tm\tshow\t(I)V\t1\tj
Lf/Ctx;\tm\ttext\t(I)Ljava/lang/String;\t1\tj
Lf/Ctx;\tm\tload\t(Ljava/lang/Class;)Ljava/lang/Object;\t1\tj
Lf/Ctx;\tm\tcls\t(Ljava/lang/String;)Lf/Cls;\t1\tj
Lf/Ctx;\tm\tqueue\t()Lf/Runnable;\t1\tj
Lf/Ctx;\tm\tany\t()Ljava/lang/Object;\t1\tj
Lf/Cls;\tm\tcall\t(Ljava/lang/String;)V\t1\tj
Lf/w/Web;\tc\t<init>\t(Lf/Ctx;)V\t1\tj
Lf/Build;\tg\tSERIAL\tLjava/lang/String;\t1\tj
Lf/Build;\tf\tname\tLjava/lang/String;\t1\tj
";

const CONSTANTS: &str = "\
Lf/Keys;\tID\tLjava/lang/String;\tandroid_id
Lf/Keys;\tCONTACTS\tLf/Uri;\tcontent://contacts/people
Lf/Keys;\tBITS\tI\t6
";

const KINDS: [&str; 15] = [
    "id", "line", "name", "setting", "own", "prop", "contact", "file", "exec", "action", "service",
    "apps", "place", "serial", "hidden",
];

const GROUPS: &str = "format: privlens/access-points/1
groups:
- {id: tel.id, data: [id], title: {zh: 标识, en: id}, points: [{method: 'Lf/Tel;->getId()Ljava/lang/String;'}]}
- {id: tel.line, data: [line], title: {zh: 号码, en: line}, points: [{method: 'Lf/Tel;->getLine()Ljava/lang/String;'}]}
- {id: ctx.name, data: [name], title: {zh: 名称, en: name}, points: [{method: 'Lf/Ctx;->deviceName()Ljava/lang/String;'}]}
- {id: build, data: [serial], title: {zh: 序列号, en: serial}, points: [{field: 'Lf/Build;->SERIAL:Ljava/lang/String;'}, {field: 'Lf/Build;->name:Ljava/lang/String;'}]}
- {id: place, data: [place], title: {zh: 位置, en: place}, points: [{override: 'Lf/Listener;->onPlace(I)V'}]}
- {id: set.id, data: [setting], title: {zh: 设置, en: setting}, points: [{setting: android_id}]}
- {id: set.own, data: [own], title: {zh: 名𠮷, en: own}, points: [{setting: 设备𠮷}]}
- {id: props, data: [prop], title: {zh: 属性, en: property}, points: [{property: ro.serialno}, {property: 'gsm.'}]}
- {id: contacts, data: [contact], title: {zh: 通讯录, en: contacts}, points: [{uri: 'content://contacts'}, {uri: 'content://通讯录𠮷'}]}
- {id: files, data: [file], title: {zh: 文件, en: file}, points: [{file: /sys/class/net/}, {file: /proc}]}
- {id: commands, data: [exec], title: {zh: 命令, en: command}, points: [{exec: 'ip addr'}]}
- {id: actions, data: [action], title: {zh: 广播, en: broadcast}, points: [{action: f.SMS}]}
- {id: services, data: [service], title: {zh: 服务, en: service}, points: [{service: f.oaid.SERVICE}]}
- {id: hidden, data: [hidden], title: {zh: 隐藏, en: hidden}, points: [{string: f.hidden.Class}]}
";

const CONSUMERS: &str = "format: privlens/consumers/1
consumers:
- {kind: setting, method: 'Lf/Secure;->get(Ljava/lang/String;)Ljava/lang/String;', arg: 0}
- {kind: property, method: 'Lf/Props;->get(Ljava/lang/String;)Ljava/lang/String;', arg: 0}
- {kind: uri, method: 'Lf/Resolver;->query(Lf/Uri;)V', arg: 0}
- {kind: file, method: 'Lf/Stream;-><init>(Lf/File;)V', arg: 0}
- {kind: exec, method: 'Lf/Shell;->exec(Ljava/lang/String;)V', arg: 0}
- {kind: exec, method: 'Lf/Shell;->exec([Ljava/lang/String;)V', arg: 0}
- {kind: action, method: 'Lf/Filter;-><init>(Ljava/lang/String;)V', arg: 0}
- {kind: service, method: 'Lf/Ctx;->bind(Lf/Intent;)V', arg: 0}
- {kind: reflection, method: 'Lf/Reflect;->forName(Ljava/lang/String;)V', arg: 0}
";

const WRAPPERS: &str = "format: privlens/wrappers/1
wrappers:
- {method: 'Lf/Uri;->parse(Ljava/lang/String;)Lf/Uri;', from: arg 0, to: return, op: uri_parse}
- {method: 'Lf/Uri;->under(Lf/Uri;Ljava/lang/String;)Lf/Uri;', from: arg 0, to: return, op: uri_append}
- {method: 'Lf/File;-><init>(Ljava/lang/String;)V', from: arg 0, to: this, op: identity}
- {method: 'Lf/Text;-><init>(Ljava/lang/String;)V', from: arg 0, to: this, op: identity}
- {method: 'Lf/Text;->append(Ljava/lang/String;)Lf/Text;', from: arg 0, to: this, op: append}
- {method: 'Lf/Text;->append(C)Lf/Text;', from: arg 0, to: this, op: append}
- {method: 'Lf/Text;->text()Ljava/lang/String;', from: this, to: return, op: to_string}
- {method: 'Lf/Intent;-><init>(Ljava/lang/String;)V', from: arg 0, to: this, op: identity}
- {method: 'Lf/Intent;->setAction(Ljava/lang/String;)Lf/Intent;', from: arg 0, to: this, op: identity}
- {method: 'Lf/Intent;->addCategory(Ljava/lang/String;)Lf/Intent;', from: arg 0, to: this, op: tag}
- {method: 'Lf/Filter;-><init>(Ljava/lang/String;)V', from: arg 0, to: this, op: identity}
- {method: 'Lf/Ctx;->text(I)Ljava/lang/String;', from: arg 0, to: return, op: resource}
- {method: 'Lf/Ctx;->cls(Ljava/lang/String;)Lf/Cls;', from: arg 0, to: return, op: identity}
- {method: 'Lf/Ctx;->packageName()Ljava/lang/String;', from: this, to: return, op: own_package}
- {method: 'Lf/Proc;->myPid()I', from: this, to: return, op: own_pid}
- {method: 'Lf/Str;-><init>([C)V', from: arg 0, to: this, op: calc_new_text}
- {method: 'Lf/Str;-><init>([B)V', from: arg 0, to: this, op: calc_new_text}
- {method: 'Lf/Str;->text()Ljava/lang/String;', from: this, to: return, op: calc_text}
- {method: 'Lf/Str;->chars(Ljava/lang/String;)[C', from: arg 0, to: return, op: calc_chars}
- {method: 'Lf/Str;->cut(Ljava/lang/String;II)Ljava/lang/String;', from: arg 0, to: return, op: calc_substring}
- {method: 'Lf/Str;->lower(Ljava/lang/String;)Ljava/lang/String;', from: arg 0, to: return, op: calc_lower}
- {method: 'Lf/Str;->swap(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;', from: arg 0, to: return, op: calc_replace}
- {method: 'Lf/Str;->form(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;', from: arg 0, to: return, op: calc_format}
- {method: 'Lf/Str;->decode(Ljava/lang/String;I)[B', from: arg 0, to: return, op: calc_base64}
- {method: 'Lf/Buf;-><init>(Ljava/lang/String;)V', from: arg 0, to: this, op: calc_new_builder}
- {method: 'Lf/Buf;->insert(ILjava/lang/String;)Lf/Buf;', from: arg 1, to: this, op: calc_insert}
- {method: 'Lf/Buf;->reverse()Lf/Buf;', from: this, to: this, op: calc_reverse}
- {method: 'Lf/Buf;->set(IC)V', from: arg 1, to: this, op: calc_set_char}
- {method: 'Lf/Buf;->drop(I)Lf/Buf;', from: arg 0, to: this, op: calc_delete_char}
- {method: 'Lf/Buf;->text()Ljava/lang/String;', from: this, to: return, op: calc_text}
- {method: 'Lf/Map;-><init>()V', from: this, to: this, op: calc_new_map}
- {method: 'Lf/Map;->put(Ljava/lang/Object;Ljava/lang/Object;)V', from: arg 1, to: this, op: calc_put}
- {method: 'Lf/Map;->get(Ljava/lang/Object;)Ljava/lang/Object;', from: this, to: return, op: calc_get}
";

const ENTRIES: &str = "format: privlens/entry-points/1
sets:
- {component: activity, base: Lf/Activity;, methods: [{method: onCreate()V}, {method: onResume()V}]}
- {component: service, base: Lf/Service;, methods: [{method: onStart()V}]}
- {component: application, base: Lf/App;, methods: [{method: onCreate()V}]}
- {component: receiver, base: Lf/Receiver;, methods: [{method: onReceive()V}]}
- {component: layout_handler, base: Lf/Ctx;, methods: [{method: '*(I)V'}]}
";

const CALLBACKS: &str = "format: privlens/callbacks/1
untracked: [Ljava/lang/Object;, Lf/Ctx;, Lf/App;, Lf/Service;]
types:
- {type: Lf/Thread;, kind: async, closed: true}
- {type: Lf/Runnable;, kind: async}
- {type: Lf/Listener;, kind: result}
- {type: Lf/Task;, kind: async}
- {type: Lf/Activity;, kind: lifecycle}
registrations:
- {method: 'Lf/Thread;-><init>', object: each, of: Lf/Runnable;, calls: ['run()V'], kind: async, if_used: [start]}
- {method: 'Lf/Ctx;->block', object: arg 0, calls: ['call()Z'], kind: sync, links: [call -> return]}
- {method: 'Lf/Ctx;->load', object: services 0, calls: [<init>], kind: sync}
- {method: 'Lf/Cls;->call', object: class this, calls: ['named 0'], kind: sync}
- {method: 'Lf/Thread;->start()V', object: this, calls: ['run()V'], kind: async}
- {method: 'Lf/Ctx;->tap', object: arg 0, calls: ['run()V'], kind: user}
- {method: 'Lf/Ctx;->later', object: arg 0, calls: ['run()V'], kind: delayed}
- {method: 'Lf/Ctx;->alarm', object: arg 0, calls: ['run()V'], kind: scheduled}
- {method: 'Lf/Box;->watch', object: arg 0, calls: ['run()V'], kind: user}
- {method: 'Lf/Ctx;->all', object: inside 0, of: Lf/Runnable;, calls: ['run()V'], kind: async}
- {method: 'Lf/Box;->set', object: listener 0 of watch, calls: ['run()V'], kind: sync}
- {method: 'Lf/Cell;->watch', object: arg 0, calls: ['seen(Z)V'], kind: sync, links: ['inside this -> seen 0']}
- {method: 'Lf/Dialog;->yes', object: arg 1, calls: ['run()V'], kind: user}
- {method: 'Lf/Dialog;->no', object: arg 1, calls: ['run()V'], kind: refuse}
held:
- {calls: ['Lf/Ctx;->told'], until: ['Lf/Ctx;->begin()V', 'Lf/Ctx;->beginOther']}
starts:
- {method: 'Lf/Ctx;->start(Ljava/lang/Class;)V', arg: 0, component: activity, kind: sync}
- {method: 'Lf/Ctx;->show(I)V', arg: 0, component: layout, kind: lifecycle}
view_packages: [Lf/none/, Lf/w/]
";

const CONSENT: &str = "format: privlens/consent/1
getters: [{method: 'Lf/Prefs;->flag(Ljava/lang/String;Z)Z', key: 0, default: 1}, {method: 'Lf/Prefs;->num(Ljava/lang/String;I)I', key: 0, default: 1}, {method: 'Lf/Prefs;->word(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;', key: 0, default: 1}, {method: 'Lf/Prefs;->has(Ljava/lang/String;)Z', key: 0, there: true}, {method: 'Lf/File;->there()Z', file: true, there: true}]
waits: [{method: 'Lf/Latch;->hold()V', opened_by: 'Lf/Latch;->open()V'}]
holders: [{makes: ['Lf/Cell;-><init>(Z)V'], makes_empty: ['Lf/Cell;-><init>()V'], sets: ['Lf/Cell;->put(Z)V'], gets: ['Lf/Cell;->get()Z'], views: ['Lf/Cell;->same()Lf/Cell;']}, {makes_empty: ['Lf/Reply;-><init>()V'], sets: ['Lf/Reply;->give(Z)V'], gets: ['Lf/Reply;->take()Z'], waits: true}]
text_hash: ['Lf/Secure;->hash(Ljava/lang/String;)I']
enum_value_of: ['Lf/Enum;->of(Ljava/lang/Class;Ljava/lang/String;)Lf/Enum;']
enum_name: ['Lf/Enum;->name()Ljava/lang/String;']
enum_ordinal: ['Lf/Enum;->ordinal()I']
setters: [{method: 'Lf/Prefs;->put(Ljava/lang/String;Z)V', key: 0, value: 1}, {method: 'Lf/Prefs;->write(Ljava/lang/String;Ljava/lang/String;)V', key: 0, value: 1}, {method: 'Lf/File;->make()Z', file: true}]
equals: ['Ljava/lang/Object;->equals(Ljava/lang/Object;)Z']
never: ['Lf/Ctx;->pending()Z']
flag_words: [agree, privacy, consent, 隐私, 协议, 同意]
other_words: [first, shown]
negative_words: [need, not, first]
dialog_words: [隐私政策, privacy policy]
shows: ['Lf/Dialog;->show()V']
launch: {action: 主, gives: ['Lf/Ctx;->deviceName()Ljava/lang/String;'], tests: ['Lf/Secure;->same(Ljava/lang/String;Ljava/lang/String;)Z']}
";

/// The catalogues, one more file of access points laid beside them.
pub(crate) fn sources(groups: &str) -> Vec<(String, Vec<u8>)> {
    let mut kinds = String::from("format: privlens/taxonomy/1\nkinds:\n");
    for id in KINDS {
        writeln!(
            kinds,
            "- {{id: {id}, group: g, zh: 种类, en: kind, sensitive: no}}"
        )
        .unwrap();
    }
    let mut files = vec![
        ("taxonomy/kinds.yaml", kinds),
        ("framework/types.tsv", TYPES.to_owned()),
        ("framework/members.tsv", MEMBERS.to_owned()),
        ("framework/constants.tsv", CONSTANTS.to_owned()),
        ("apis/base.yaml", GROUPS.to_owned()),
        (
            "apis/third-party-members.tsv",
            "Lsdk/Account;->mail()Ljava/lang/String;\tsdk.jar\nLsdk/Account;->key:Ljava/lang/String;\tsdk.jar\n".to_owned(),
        ),
        ("apis/consumers.yaml", CONSUMERS.to_owned()),
        ("apis/wrappers.yaml", WRAPPERS.to_owned()),
        ("entry-points/sets.yaml", ENTRIES.to_owned()),
        ("entry-points/callbacks.yaml", CALLBACKS.to_owned()),
        ("entry-points/consent.yaml", CONSENT.to_owned()),
    ];
    if !groups.is_empty() {
        let text = format!("format: privlens/access-points/1\ngroups:\n{groups}");
        files.push(("apis/more.yaml", text));
    }
    let own = |(path, text): (&str, String)| (path.to_owned(), text.into_bytes());
    files.into_iter().map(own).collect()
}

/// An SDK's or library's file.
pub(crate) fn sdk(id: &str, kind: &str, packages: &str) -> (String, Vec<u8>) {
    let text = format!(
        "format: privlens/sdk/2\nid: {id}\nname: {{zh: 某开发包, en: Some SDK}}\nvendor: {{zh: 某公司, en: Vendor}}\n\
         category: test\nkind: {kind}\npackages: [{packages}]\nsources: [{{fact: packages, seen: made up}}]\n"
    );
    (format!("sdks/{id}/sdk.yaml"), text.into_bytes())
}

/// One analysis to run.
pub(crate) struct Lab {
    pub(crate) files: Vec<(String, Vec<u8>)>,
    pub(crate) dex: Vec<Vec<u8>>,
    pub(crate) app: AppInput,
}

/// A component of a kind.
pub(crate) fn component(kind: &str, class: &str) -> Component {
    Component {
        kind: kind.to_owned(),
        class: class.to_owned(),
        enabled: true,
        ..Component::default()
    }
}

/// A declared permission.
pub(crate) fn declared(name: &str, max_sdk: Option<u32>) -> DeclaredPermission {
    DeclaredPermission {
        name: name.to_owned(),
        max_sdk,
        flags: Vec::new(),
    }
}

/// The activity `Lcn/app/Main;` with this code, eight registers of which the last is the receiver.
pub(crate) fn main_with(code: &str) -> String {
    format!(
        ".class public Lcn/app/Main; extends Lf/Activity;\n.method public onCreate()V 8\n{code}\nreturn-void\n.end\n"
    )
}

impl Lab {
    /// An app of package `cn.app` with the activity `Lcn/app/Main;`.
    pub(crate) fn new(text: &str) -> Self {
        Self {
            files: sources(""),
            dex: vec![dex(text)],
            app: AppInput {
                package: "cn.app".to_owned(),
                min_sdk: 16,
                target_sdk: 30,
                components: vec![component("activity", "Lcn/app/Main;")],
                fully_visible: true,
                ..AppInput::default()
            },
        }
    }

    /// With further access points.
    pub(crate) fn with_groups(mut self, groups: &str) -> Self {
        self.files = sources(groups);
        self
    }

    pub(crate) fn run(&self) -> Analysis {
        let source = source::read(&self.files).unwrap();
        let knowledge = Knowledge::from_source(&source).unwrap();
        let index = Index::new(&knowledge);
        let view = index.framework_view();
        let mut inputs = Vec::new();
        for (n, bytes) in self.dex.iter().enumerate() {
            inputs.push(DexInput {
                file: dex_parse::parse(bytes).unwrap().files()[0].clone(),
                name: format!("classes{}.dex", n + 1),
                apk: "base.apk".to_owned(),
            });
        }
        let program = Program::build(inputs, &view);
        analyze(&program, &index, &self.app)
    }
}

/// Accesses of one kind.
pub(crate) fn of<'r>(result: &'r Analysis, data: &str) -> Vec<&'r Access> {
    result
        .accesses
        .iter()
        .filter(|access| access.data == data)
        .collect()
}

/// The only access of one kind.
pub(crate) fn only<'r>(result: &'r Analysis, data: &str) -> &'r Access {
    let found = of(result, data);
    assert_eq!(found.len(), 1, "{data}: {:?}", result.accesses);
    found[0]
}

/// Levels of the accesses of one kind, surest first.
pub(crate) fn levels(result: &Analysis, data: &str) -> Vec<Level> {
    let mut out: Vec<Level> = of(result, data).iter().map(|access| access.level).collect();
    out.sort();
    out
}

/// Interfaces of the accesses of one kind, sorted.
pub(crate) fn apis(result: &Analysis, data: &str) -> Vec<String> {
    let mut out: Vec<String> = of(result, data)
        .iter()
        .map(|access| access.api.clone())
        .collect();
    out.sort();
    out
}

/// Chain of an access: edge and method of each frame.
pub(crate) fn chain(access: &Access) -> Vec<String> {
    let word = |frame: &app_facts::ChainFrame| format!("{} {}", frame.edge, frame.method);
    access.chain.iter().map(word).collect()
}

/// The fact of one permission.
pub(crate) fn permission<'r>(result: &'r Analysis, name: &str) -> Option<&'r PermissionFact> {
    result.permissions.iter().find(|fact| fact.name == name)
}

/// True when the work ends within a generous time; it is left to run on otherwise.
pub(crate) fn ends(work: impl FnOnce() + Send + 'static) -> bool {
    let (done, wait) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        work();
        let _ = done.send(());
    });
    wait.recv_timeout(std::time::Duration::from_mins(1)).is_ok()
}
