package cn.privlens.suite.wizard_on_first_step;

class Step {
    String answer = "";
}
