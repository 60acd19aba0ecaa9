//! Dalvik descriptors to the names people read in stack traces; refuses to fail: what is not a
//! descriptor is returned as it stands.

/// A Dalvik method or field reference in Java words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Java class, nested classes with `$`: `a.b.C$D`.
    pub class: String,
    /// Method or field name.
    pub name: String,
    /// Java types of the parameters; `None` for a field.
    pub params: Option<Vec<String>>,
    /// Java type of the result or of the field.
    pub result: String,
}

impl Member {
    /// `a.b.C.m(Context, String[])`, or `a.b.C.f` for a field: simple names for parameters.
    pub fn readable(&self) -> String {
        match &self.params {
            None => format!("{}.{}", self.class, self.name),
            Some(params) => {
                let params: Vec<&str> = params.iter().map(|param| simple_name(param)).collect();
                format!("{}.{}({})", self.class, self.name, params.join(", "))
            }
        }
    }
}

/// Parses `Lpkg/Cls;->name(params)ret` and `Lpkg/Cls;->name:type`.
pub fn parse_member(descriptor: &str) -> Option<Member> {
    let (class, rest) = descriptor.split_once("->")?;
    let class = parse_type(class)?;
    if let Some((name, rest)) = rest.split_once('(') {
        let (mut params_text, result) = rest.split_once(')')?;
        let mut params = Vec::new();
        while !params_text.is_empty() {
            let (param, after) = take_type(params_text)?;
            params.push(param);
            params_text = after;
        }
        return Some(Member {
            class,
            name: name.to_owned(),
            params: Some(params),
            result: parse_type(result)?,
        });
    }
    let (name, result) = rest.split_once(':')?;
    Some(Member {
        class,
        name: name.to_owned(),
        params: None,
        result: parse_type(result)?,
    })
}

/// The Java form of a type descriptor that is the whole text: `[Ljava/lang/String;` is
/// `java.lang.String[]`.
pub fn parse_type(descriptor: &str) -> Option<String> {
    match take_type(descriptor)? {
        (name, "") => Some(name),
        _ => None,
    }
}

/// The Java form of a class descriptor, or the text itself when it is none.
pub fn java_class(descriptor: &str) -> String {
    parse_type(descriptor).unwrap_or_else(|| descriptor.to_owned())
}

/// A method or field in Java form, or the text itself (`content://…`, `settings:…`) when it is neither.
pub fn readable(descriptor: &str) -> String {
    parse_member(descriptor).map_or_else(|| descriptor.to_owned(), |member| member.readable())
}

/// A method in Java form without parameters, as in a stack trace.
pub fn stack_form(descriptor: &str) -> String {
    parse_member(descriptor).map_or_else(
        || descriptor.to_owned(),
        |member| format!("{}.{}", member.class, member.name),
    )
}

/// The last part of a dotted name: `Context` of `android.content.Context`.
pub fn simple_name(java: &str) -> &str {
    java.rsplit('.').next().unwrap_or(java)
}

fn take_type(text: &str) -> Option<(String, &str)> {
    let rest = text.trim_start_matches('[');
    let dimensions = text.len().saturating_sub(rest.len());
    let mut chars = rest.chars();
    // Letters: https://source.android.com/docs/core/runtime/dex-format#typedescriptor
    let (base, rest) = match chars.next()? {
        'V' => ("void".to_owned(), chars.as_str()),
        'Z' => ("boolean".to_owned(), chars.as_str()),
        'B' => ("byte".to_owned(), chars.as_str()),
        'S' => ("short".to_owned(), chars.as_str()),
        'C' => ("char".to_owned(), chars.as_str()),
        'I' => ("int".to_owned(), chars.as_str()),
        'J' => ("long".to_owned(), chars.as_str()),
        'F' => ("float".to_owned(), chars.as_str()),
        'D' => ("double".to_owned(), chars.as_str()),
        'L' => {
            let (name, rest) = chars.as_str().split_once(';')?;
            (name.replace('/', "."), rest)
        }
        _ => return None,
    };
    Some((base + &"[]".repeat(dimensions), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_and_fields_in_java_words() {
        assert_eq!(
            readable("Lcom/x/A$B;->f(Landroid/content/Context;[[I[Ljava/lang/String;J)V"),
            "com.x.A$B.f(Context, int[][], String[], long)"
        );
        assert_eq!(
            readable("Landroid/os/Build;->SERIAL:Ljava/lang/String;"),
            "android.os.Build.SERIAL"
        );
        assert_eq!(readable("Lcn/信息/𠮷;->读取()Z"), "cn.信息.𠮷.读取()");
        assert_eq!(stack_form("La/b;-><init>()V"), "a.b.<init>");
    }

    #[test]
    fn what_is_no_descriptor_stays_as_it_is() {
        for text in [
            "content://sms",
            "settings:android_id",
            "",
            "->",
            "L;->",
            "Lx->f()V",
            "La;->f(Q)V",
            "La;->f(",
            "La;->f()",
            "[",
        ] {
            assert_eq!(readable(text), text);
            assert_eq!(java_class(text), text);
        }
    }
}
