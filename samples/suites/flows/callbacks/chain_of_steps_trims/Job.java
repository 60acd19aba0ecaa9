package cn.privlens.suite.chain_of_steps_trims;

class Job {
    String text = "";
}
