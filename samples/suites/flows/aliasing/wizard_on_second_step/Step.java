package cn.privlens.suite.wizard_on_second_step;

class Step {
    String answer = "";
}
