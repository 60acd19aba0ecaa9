package cn.privlens.suite.chain_of_steps_blanks;

class Job {
    String text = "";
}
