package cn.privlens.suite.curried_answers_first;

interface Step<A, B> {
    B apply(A a);
}
