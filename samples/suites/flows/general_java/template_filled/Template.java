package cn.privlens.suite.template_filled;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Template {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\}");

    static String fill(String template, Map<String, String> values) {
        Matcher m = VARIABLE.matcher(template);
        StringBuffer out = new StringBuffer();
        while (m.find()) {
            String v = values.get(m.group(1));
            m.appendReplacement(out, v == null ? "" : Matcher.quoteReplacement(v));
        }
        m.appendTail(out);
        return out.toString();
    }
}
