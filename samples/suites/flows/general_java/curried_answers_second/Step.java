package cn.privlens.suite.curried_answers_second;

interface Step<A, B> {
    B apply(A a);
}
