package cn.privlens.suite.chain_of_steps_blanks;

abstract class Step {
    private Step next;
    Step then(Step step) {
        next = step;
        return step;
    }
    final void run(Job job) {
        if (work(job) && next != null) {
            next.run(job);
        }
    }
    protected abstract boolean work(Job job);
}
